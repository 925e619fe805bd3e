// @ts-check
/* Placed before the theme's search worker: each word of a query loses its Swedish ending, small words are left out, and a
   word that the site does not hold is taken for the nearest that it does, or for two words written as one. */

(() => {
  const ENDINGS = ['ningarnas', 'ningarna', 'ningens', 'ningar', 'ningen', 'heterna', 'heten', 'ornas', 'arnas', 'ernas', 'anden',
    'orna', 'arna', 'erna', 'ande', 'else', 'ens', 'ans', 'ets', 'ars', 'ors', 'ers', 'tet', 'en', 'et', 'an', 'or', 'ar', 'er',
    'na', 'as', 'es', 'a', 'e', 's', 'n', 't']
  const SMALL = new Set(['att', 'av', 'de', 'den', 'det', 'du', 'en', 'ett', 'för', 'från', 'hur', 'i', 'jag', 'kan', 'man', 'med',
    'måste', 'när', 'och', 'om', 'på', 'ska', 'som', 'till', 'vad', 'var', 'varför', 'vem', 'vi', 'vilka', 'vilken', 'är'])

  /* A word of three letters is found as it is once another follows; by itself the theme also takes "bil" for "bildspel". */
  const FINISHED = /(?<=^|\s)\p{L}{3}(?=\s)/gu

  /** @type {Map<string, number>} Every word of the site, and how often it stands there. */
  const words = new Map()
  let all = ''

  addEventListener('message', ({ data: message }) => {
    if (message?.type === 0) learn(message.data.docs)
    if (message?.type === 2) message.data = asked(message.data)
  })

  /** @param {{title: string, text: string}[]} pages */
  function learn(pages) {
    for (const { title, text } of pages) {
      for (const [word] of `${title} ${text.replace(/<[^>]*>/g, ' ')}`.toLowerCase().matchAll(/\p{L}{3,}/gu)) {
        words.set(word, (words.get(word) ?? 0) + 1)
      }
    }
    all = `\n${[...words.keys()].join('\n')}\n`
  }

  /** @param {string} query */
  function asked(query) {
    const given = query.trim().split(/\s+/)
    const telling = given.filter((word) => !SMALL.has(word.toLowerCase()))
    return (telling.length ? telling : given).flatMap(understood).map(wild).join(' ').replace(FINISHED, '$&^1')
  }

  /** @param {string} word @returns {string[]} */
  function understood(word) {
    const lower = word.toLowerCase()
    if (lower.length < 5 || /[^\p{L}]/u.test(word) || all.includes(stem(lower))) return [word]
    const near = nearest(lower)
    return near ? [near] : apart(lower) ?? [word]
  }

  /** @param {string} word */
  function wild(word) {
    if (word.length < 4 || /[^\p{L}]/u.test(word)) return word
    const short = stem(word.toLowerCase())
    return `${short} *${short}`
  }

  /** @param {string} word */
  function stem(word) {
    const ending = ENDINGS.find((e) => word.endsWith(e) && word.length - e.length >= (e.length === 1 ? 4 : 3))
    return ending ? word.slice(0, -ending.length) : word
  }

  /** The word of the site that is a slip or two away, the most common where several are. @param {string} word */
  function nearest(word) {
    const most = word.length < 8 ? 1 : 2
    let best = '', least = most + 1, often = 0
    for (const [other, count] of words) {
      if (Math.abs(other.length - word.length) > most) continue
      const away = slips(word, other)
      if (away < least || (away === least && count > often && away <= most)) [best, least, often] = [other, away, count]
    }
    return best
  }

  /** Letters to add, drop, change or swap (optimal string alignment). @param {string} a @param {string} b */
  function slips(a, b) {
    let before = /** @type {number[]} */ ([]), row = Array.from({ length: b.length + 1 }, (_, n) => n)
    for (let i = 1; i <= a.length; i++) {
      const next = [i]
      for (let j = 1; j <= b.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + Number(a[i - 1] !== b[j - 1]))
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1)
      }
      ;[before, row] = [row, next]
    }
    return row[b.length]
  }

  /** Two words of the site written as one, the longest first part there is. @param {string} word */
  function apart(word) {
    for (let at = word.length - 4; at >= 4; at--) {
      const first = word.slice(0, at).replace(/s$/, ''), last = word.slice(at)
      if (all.includes(`\n${first}`) && all.includes(`\n${stem(last)}`)) return [first, last]
    }
    return null
  }
})()
