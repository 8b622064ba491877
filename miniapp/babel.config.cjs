// Every phone that runs iOS 13 can have 14.5, and WeChat on Android brings its own engine, newer than Chrome 91.
// Both know today's syntax: who is older would load the page and not draw it, and everybody else would load 40 KB more.
const targets = { ios: '14.5', chrome: '91' }

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', targets }]],
  overrides: [
    { test: /[\\/]shared[\\/]src[\\/]/, plugins: ['annotate-pure-calls'] },
    { test: /[\\/]shared[\\/]src[\\/].*contract.*\.ts$/, plugins: ['./config/contract.cjs'] },
  ],
}
