// The built pages, theme and all. A rule is off only where the theme's own markup breaks it and axe watches the same thing.
export default {
  extends: ['html-validate:recommended'],
  elements: ['html5', { 'nytto-kalkyl': { flow: true, permittedContent: ['@flow'] } }],
  rules: {
    'valid-id': ['error', { relaxed: true }], // keys of rows hold dots: nyttor.0.namn
    'doctype-style': 'off', // theme
    'void-style': 'off', // theme
    'no-trailing-whitespace': 'off', // made by templates, gone when compressed
    'long-title': 'off',
    'unique-landmark': 'off', // theme: its menus; axe checks landmarks
    'valid-autocomplete': 'off', // theme: its menu's checkboxes
    'prefer-native-element': ['error', { exclude: ['region', 'listbox'] }], // a scrolling table in Markdown is a div; a select can't offer names inside a text
    'wcag/h32': 'off', // the theme's search and our live forms answer at once: there is nothing to send
    'attribute-allowed-values': 'off' // theme: tabindex without a value
  }
}
