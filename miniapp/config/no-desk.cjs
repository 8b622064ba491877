/**
 * What only a desk's screen has is in no phone's package: rules from 1024 px on, those beside the rail, and those of the
 * controls that a browser draws itself.
 */
const WIDE = /\(min-width:\s*1024px\)/
/** In the names of classes of such controls. */
const NATIVE = /\byk-native\b|\w__native\b/
const BESIDE = /--beside\b/

/** @returns {import('postcss').Plugin} */
const noDesk = () => ({
  postcssPlugin: 'no-desk',
  OnceExit(sheet) {
    sheet.walkAtRules('media', rule => {
      if (WIDE.test(rule.params)) rule.remove()
    })
    sheet.walkRules(rule => {
      const left = rule.selectors.filter(selector => !NATIVE.test(selector) && !BESIDE.test(selector))
      if (left.length === 0) rule.remove()
      else if (left.length < rule.selectors.length) rule.selectors = left
    })
  },
})
module.exports = Object.assign(noDesk, { NATIVE })
