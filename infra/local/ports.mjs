import { createServer } from 'node:net'

/** The two addresses of the product on this machine: the API, and the h5 build in the browser. */
const chosen = [
  { name: 'YIKE_API_PORT', usual: 4100 },
  { name: 'YIKE_APP_PORT', usual: 4101 },
]

/**
 * @param {number} port
 * @returns {Promise<number | undefined>} the port that was bound, or nothing when it is taken
 */
function tryPort(port) {
  return new Promise(resolve => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(address && typeof address === 'object' ? address.port : undefined))
    })
  })
}

/** A port that nobody listens on at this moment. */
export async function pickFreePort() {
  const port = await tryPort(0)
  if (port === undefined) throw new Error('No free port on 127.0.0.1')
  return port
}

/**
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<string | undefined>} one sentence about the first port that cannot be used
 */
export async function explainBusyPort(env) {
  const taken = new Set()
  for (const { name, usual } of chosen) {
    const wanted = env[name]
    const port = Number(wanted || usual)
    if (!Number.isInteger(port) || port < 1 || port > 65535) {
      return `${name}=${wanted} 不是端口号，请用 1 到 65535 之间的数。(${name}=${wanted} is not a port; choose one from 1 to 65535.)`
    }
    if (taken.has(port)) {
      return `接口和应用不能用同一个端口 ${port}，请给 ${name} 换一个。(The API and the app cannot share port ${port}; choose another ${name}.)`
    }
    taken.add(port)
    if ((await tryPort(port)) === undefined) {
      const other = `${name}=${port + 100} npm start`
      return `端口 ${port} 已被占用：本项目若在运行，请先停止它；否则换一个，${other}。(Port ${port} is busy: stop the product if it runs already, or choose another one, ${other})`
    }
  }
  return undefined
}

export async function demandFreePorts() {
  const problem = await explainBusyPort(process.env)
  if (!problem) return
  console.error(problem)
  process.exit(1)
}
