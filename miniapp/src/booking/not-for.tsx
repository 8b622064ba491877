import { goBack, open } from '../platform/route'
import { Button, Notice } from '../ui'
import type { Bookable } from './use-people'
import type { Against } from './view/not-for'
import { words } from './words'

/** In place of the button: why this is not for this person, and what can be done about it. */
export function NotFor({ person, ineligible }: { person: Bookable; ineligible: Against }) {
  const { personId } = person
  return (
    <>
      <Notice tone="waiting">{words.notFor(ineligible)}</Notice>
      {ineligible.rule === 'age_unknown' && !person.grantId ? (
        <Button kind="next" onTap={() => open('/identity/pages/born', { personId })}>
          {words.tellAge(person.name)}
        </Button>
      ) : ineligible.rule === 'not_team' ? (
        <Button kind="next" onTap={() => open('/identity/pages/teams')}>
          {words.myTeams}
        </Button>
      ) : (
        <Button kind="calm" onTap={goBack}>
          {words.chooseOther}
        </Button>
      )}
    </>
  )
}
