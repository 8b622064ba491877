/**
 * What only a desk's screen has is in no phone's package: rules from 1024 px on, those beside the rail, and those of the
 * controls that a browser draws itself.
 */
const WIDE = /\(min-width:\s*1024px\)/
const OF_A_BROWSER = /--beside\b|[.]yk-native\b|__native\b/

/** @returns {import('postcss').Plugin} */
module.exports = () => ({
  postcssPlugin: 'no-desk',
  OnceExit(sheet) {
    sheet.walkAtRules('media', rule => {
      if (WIDE.test(rule.params)) rule.remove()
    })
    sheet.walkRules(rule => {
      const left = rule.selectors.filter(selector => !OF_A_BROWSER.test(selector))
      if (left.length === 0) rule.remove()
      else if (left.length < rule.selectors.length) rule.selectors = left
    })
  },
})
