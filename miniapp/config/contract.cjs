/**
 * Of an endpoint the phone needs where to send what, and whether anyone may; a refusal it is told by the server, in its
 * words. What answers look like, in which roles somebody may, which refusals there are and what each is called stays
 * with the server: what is then used by nobody falls away with it, 38 KB of the main package. So does the form of what
 * only staff may ask, 9 KB: the server says of it what the phone would, and few phones are a worker's.
 */
const NOT_ON_THE_PHONE = ['summary', 'status', 'output', 'errors', 'memory']
const OF_EVERY_ENDPOINT = ['method', 'path', 'input']
const STAFF = ['worker', 'supervisor']

/** @param {typeof import('@babel/core')} babel @returns {import('@babel/core').PluginObj} */
module.exports = function contract({ types: t }) {
  /** @param {import('@babel/core').types.Node} property */
  const nameOf = property =>
    t.isObjectProperty(property) && t.isIdentifier(property.key) ? property.key.name : ''
  /** @param {import('@babel/core').types.Node} property */
  const isRoles = property =>
    t.isObjectProperty(property) && nameOf(property) === 'access' && !t.isStringLiteral(property.value)
  /** @param {import('@babel/core').types.Node} property */
  const isForStaff = property =>
    isRoles(property) &&
    t.isObjectProperty(property) &&
    (t.isIdentifier(property.value, { name: 'staff' }) ||
      (t.isArrayExpression(property.value) &&
        property.value.elements.every(role => t.isStringLiteral(role) && STAFF.includes(role.value))))
  return {
    visitor: {
      ObjectExpression({ node }) {
        const names = node.properties.map(nameOf)
        if (!OF_EVERY_ENDPOINT.every(name => names.includes(name))) return
        const left = [...NOT_ON_THE_PHONE, ...(node.properties.some(isForStaff) ? ['input'] : [])]
        node.properties = node.properties.filter(
          property => !left.includes(nameOf(property)) && !isRoles(property),
        )
      },
      CallExpression({ node }) {
        if (t.isIdentifier(node.callee, { name: 'slice' })) node.arguments[0] = t.objectExpression([])
      },
    },
  }
}
