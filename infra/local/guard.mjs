// Runs one command that must not outlive its owner. The owner holds the other end of our IPC channel, and the
// channel closes however the owner ends, SIGKILL included. The owner starts us as the leader of a process group
// of our own, so that Ctrl-C in the terminal reaches the owner alone and the owner can stop things in order.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'

const patienceMs = 8000

const [command = '', ...args] = process.argv.slice(2)
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] })

/** @param {'SIGTERM' | 'SIGKILL'} signal */
function signalAll(signal) {
  if (process.platform === 'win32') child.kill(signal)
  else process.kill(-process.pid, signal)
}

let stopping = false
function stop() {
  if (stopping) return
  stopping = true
  signalAll('SIGTERM')
  setTimeout(() => signalAll('SIGKILL'), patienceMs).unref()
}

process.on('SIGTERM', stop)
process.on('message', stop)
process.on('disconnect', stop)
child.on('error', error => {
  console.error(String(error))
  process.exit(127)
})
child.on('spawn', () => process.send?.(child.pid))
child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal ?? 'SIGKILL']))
