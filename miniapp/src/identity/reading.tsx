import { setComfort, useComfort } from '../platform/comfort'
import { Section, Toggle } from '../ui'
import { words } from './words'

/** Larger and clearer, kept on this phone. */
export function Reading() {
  const { elder, contrast } = useComfort()
  return (
    <Section title={words.reading}>
      <Toggle
        label={words.large}
        hint={words.largeText}
        on={elder}
        onChange={on => setComfort({ elder: on })}
      />
      <Toggle
        label={words.contrast}
        hint={words.contrastText}
        on={contrast}
        onChange={on => setComfort({ contrast: on })}
      />
    </Section>
  )
}
