/**
 * Of an endpoint the phone needs where to send what, and whether anyone may; a refusal it is told by the server, in its
 * words. What answers look like, in which roles somebody may, which refusals there are and what each is called stays
 * with the server: what is then used by nobody falls away with it, 38 KB of the main package.
 */
const NOT_ON_THE_PHONE = ['summary', 'status', 'output', 'errors', 'memory']
const OF_EVERY_ENDPOINT = ['method', 'path', 'input']

/** @param {typeof import('@babel/core')} babel @returns {import('@babel/core').PluginObj} */
module.exports = function contract({ types: t }) {
  /** @param {import('@babel/core').types.Node} property */
  const nameOf = property =>
    t.isObjectProperty(property) && t.isIdentifier(property.key) ? property.key.name : ''
  /** @param {import('@babel/core').types.Node} property */
  const isRoles = property =>
    t.isObjectProperty(property) && nameOf(property) === 'access' && !t.isStringLiteral(property.value)
  return {
    visitor: {
      ObjectExpression({ node }) {
        const names = node.properties.map(nameOf)
        if (!OF_EVERY_ENDPOINT.every(name => names.includes(name))) return
        node.properties = node.properties.filter(
          property => !NOT_ON_THE_PHONE.includes(nameOf(property)) && !isRoles(property),
        )
      },
      CallExpression({ node }) {
        if (t.isIdentifier(node.callee, { name: 'slice' })) node.arguments[0] = t.objectExpression([])
      },
    },
  }
}
