"""LIX is counted as its author counted it, on the running text alone."""

import pytest

from publish.readability import read


def page(body: str) -> str:
    return f"<body><nav><p>Meny meny.</p></nav><article>{body}</article></body>"


def test_lix_by_hand() -> None:
    """8 words in 2 sentences, 2 of them longer than six letters: 8/2 + 100 × 2/8 = 29."""
    reading = read(page("<p>Vi räknar på nyttor. Verksamheten bestämmer sedan själv.</p>"))
    assert (reading.words, reading.sentences, reading.long) == (8, 2, 2)
    assert reading.lix == pytest.approx(29)


def test_each_item_of_a_list_is_a_sentence() -> None:
    assert read(page("<ul><li>en sak</li><li>en annan sak</li></ul>")).sentences == 2


def test_a_figure_with_spaces_is_one_word() -> None:
    assert read(page("<p>Det blir 4\u00a0486\u00a0397 kr.</p>")).words == 4


@pytest.mark.parametrize(
    "part",
    [
        "<h2>Rubrik som inte räknas</h2>",
        "<table><tr><td><p>Cell</p></td></tr></table>",
        '<div class="nk-page"><p>Kalkylator</p></div>',
        "<pre><code>kod</code></pre>",
    ],
)
def test_what_is_not_running_text_is_left_out(part: str) -> None:
    assert read(page(f"<p>Ett ord till.</p>{part}")).words == 3
