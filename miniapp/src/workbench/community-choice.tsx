import type { Community } from '@yike/shared/identity/schema'
import { Segments } from '../ui'
import { words } from './words'

interface CommunityChoiceProps {
  communities: readonly Community[]
  value: string | null
  onChange: (code: string) => void
}

/** Of which of the communities that I answer for a page tells; who answers for one only is not asked. */
export function CommunityChoice({ communities, value, onChange }: CommunityChoiceProps) {
  if (communities.length < 2) return null
  return (
    <Segments
      label={words.community}
      options={communities.map(({ code, name }) => ({ value: code, label: name }))}
      value={value}
      onChange={onChange}
    />
  )
}
