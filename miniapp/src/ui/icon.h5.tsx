import { aria } from './aria'
import { square } from './grown'
import './icon.css'
import './icon.h5.css'
import type { IconProps } from './types'

/**
 * A drawing that stands beside its word. Give `label` only where no word does. In a browser it is part of the page: as a
 * mask, which mini-programs need, each would be a document of its own, of 2 to 3 ms, and paper would show none.
 */
export function Icon({ name, size = 24, label }: IconProps) {
  return (
    <span
      className="yk-icon"
      style={size === 24 ? {} : square(size)}
      {...aria(label ? { role: 'img', label } : { hidden: true })}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawings, of `icons/`
      dangerouslySetInnerHTML={{ __html: DRAWINGS[name] }}
    />
  )
}
