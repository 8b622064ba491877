// The clients that can draw us anyway (conic gradients, zod's own syntax): older ones would get a page they
// cannot show, and everybody else would load 31 KB more.
const targets = { ios: '13.4', chrome: '80' }

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', targets }]],
}
