// Read by whatever Node is there, so this file keeps to syntax that Node 14 understands.

/** The oldest Node that our packages run on. */
const oldest = { major: 20, minor: 19 }

/**
 * @param {string} version as in process.version
 * @returns {string | undefined} one sentence that says what to do, or nothing when this Node will do
 */
export function explainOldNode(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return undefined
  const needed = `${oldest.major}.${oldest.minor}`
  return (
    `这台机器上是 Node ${version}，本项目需要 Node ${needed} 或更新：请安装 Node 22 LTS 后再试一次。` +
    `(This machine has Node ${version}; install Node ${needed} or later, best Node 22 LTS, and try again.)`
  )
}

export function demandNode() {
  const problem = explainOldNode(process.version)
  if (!problem) return
  console.error(problem)
  process.exit(1)
}
