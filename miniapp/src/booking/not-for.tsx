import type { Ineligible } from '@yike/shared/booking/rules/eligibility'
import type { Person } from '@yike/shared/identity/schema'
import { goBack, open } from '../platform/route'
import { Button, Notice } from '../ui'
import { words } from './words'

/** In place of the button: why this is not for this person, and what can be done about it. */
export function NotFor({ person, ineligible }: { person: Person; ineligible: Ineligible }) {
  const { personId } = person
  return (
    <>
      <Notice tone="waiting">{words.notFor(ineligible)}</Notice>
      {ineligible.rule === 'age_unknown' ? (
        <Button kind="next" onTap={() => open('/identity/pages/born', { personId })}>
          {words.tellAge(person.name)}
        </Button>
      ) : (
        <Button kind="calm" onTap={goBack}>
          {words.chooseOther}
        </Button>
      )}
    </>
  )
}
