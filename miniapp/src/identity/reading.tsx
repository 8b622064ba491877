import { elderSizes, setComfort, useComfort } from '../platform/comfort'
import { otherTag } from '../platform/language'
import { open } from '../platform/route'
import { Cell, Segments, Toggle } from '../ui'
import { words } from './words'

const sizes = () => elderSizes.map(size => ({ value: String(size), label: words.sizes[size] }))

/** Larger and clearer, kept on this phone. */
export function Reading() {
  const { elder, contrast, size } = useComfort()
  return (
    <>
      <Toggle
        label={words.large}
        hint={words.largeText}
        on={elder}
        onChange={on => setComfort({ elder: on })}
      />
      {elder && (
        <Segments
          label={words.size}
          options={sizes()}
          value={String(size)}
          onChange={value => setComfort({ size: elderSizes.find(one => String(one) === value) ?? size })}
        />
      )}
      <Toggle
        label={words.contrast}
        hint={words.contrastText}
        on={contrast}
        onChange={on => setComfort({ contrast: on })}
      />
      <Cell
        title={words.otherLanguage}
        note={words.otherLanguageNote}
        lang={otherTag()}
        onTap={() => open('/english/pages/language')}
      />
    </>
  )
}
