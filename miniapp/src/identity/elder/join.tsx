import type { RegionCode } from '@yike/shared/identity/schema'
import { useState } from 'react'
import { Answer, Few, Field, Question, Refusal } from '../../ui'
import { FindCommunity } from '../find-community'
import type { useJoining } from '../use-joining'
import { fits, NAME_LONGEST } from '../view'
import { words } from '../words'
import { askWords } from '../words/elder'

interface AskJoinProps {
  of: ReturnType<typeof useJoining>
}

/** 长辈版: which community first, for that is a tap; then the name, and one answer that says both. */
export function AskJoin({ of: { joining, name, change, join } }: AskJoinProps) {
  const [chosen, setChosen] = useState<{ code: RegionCode; name: string } | null>(null)
  const [first] = useState(name === '')
  if (!chosen)
    return (
      <>
        <Question>{words.whichCommunity}</Question>
        <FindCommunity>
          {(found, more, busy) => (
            <Few of={found} more={more} busy={busy}>
              {community => (
                <Answer
                  key={community.code}
                  icon="home"
                  title={community.name}
                  note={community.street}
                  onTap={() => setChosen(community)}
                />
              )}
            </Few>
          )}
        </FindCommunity>
      </>
    )
  return (
    <>
      <Question>{words.name}</Question>
      <Field
        label={words.name}
        placeholder={words.nameExample}
        value={name}
        maxLength={NAME_LONGEST}
        error={joining.problem?.fields?.name ?? ''}
        required
        first={first}
        onChange={written => {
          change({ name: written })
          joining.clear()
        }}
      />
      {joining.problem && <Refusal problem={joining.problem} />}
      <Answer
        kind="next"
        icon="check"
        title={fits(name, NAME_LONGEST) ? words.joinAs(chosen.name, name.trim()) : askWords.mustName}
        busy={joining.busy}
        disabled={!fits(name, NAME_LONGEST)}
        onTap={() => join(chosen.code, name.trim())}
      />
      <Answer icon="back" title={words.otherCommunity} onTap={() => setChosen(null)} />
    </>
  )
}
