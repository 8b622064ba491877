import type { Community } from '@yike/shared/identity/schema'
import { SomeOf } from './some-of'
import { streetOf, streetsOf } from './view/coverage'
import { coverageWords, words } from './words'

interface CommunityChoiceProps {
  communities: readonly Community[]
  value: string | null
  onChange: (code: string) => void
}

/** More communities than this are asked for street by street. */
const MANY = 12

/** Of which of the communities that I answer for a page tells; who answers for one only is not asked. */
export function CommunityChoice({ communities, value, onChange }: CommunityChoiceProps) {
  const code = value ?? communities[0]?.code ?? ''
  const streets = communities.length > MANY ? streetsOf(communities) : []
  const street = streetOf(code)
  const near = streets.length > 1 ? communities.filter(one => streetOf(one.code) === street) : communities
  return (
    <>
      <SomeOf
        label={coverageWords.street}
        options={streets}
        value={street ?? ''}
        onChange={next => {
          const first = communities.find(one => streetOf(one.code) === next)
          if (first) onChange(first.code)
        }}
      />
      <SomeOf label={words.community} options={near} value={code} onChange={onChange} />
    </>
  )
}
