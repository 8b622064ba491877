/**
 * Shows one step with its seconds: one line that counts on a terminal, two plain lines elsewhere.
 * @param {string} title
 */
export function startStep(title) {
  const startedAt = Date.now()
  const live = Boolean(process.stdout.isTTY)
  let detail = ''

  const seconds = () => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`
  const draw = () => {
    const line = `… ${title} ${seconds()} ${detail}`
    // A line that wraps could not be wiped again; a Chinese character is two columns wide.
    process.stdout.write(`\r\x1b[K${line.slice(0, Math.floor((process.stdout.columns || 80) * 0.7))}`)
  }
  const ticking = live ? setInterval(draw, 200) : undefined
  if (!live) console.log(`… ${title}`)

  /** @param {string} mark */
  const end = mark => {
    clearInterval(ticking)
    console.log(`${live ? '\r\x1b[K' : ''}${mark} ${title} ${seconds()}`)
  }
  return {
    /** @param {string} text */
    note: text => {
      detail = text
    },
    done: () => end('✓'),
    failed: () => end('✗'),
  }
}
