import { spokenOffering } from '@yike/shared/booking/rules/naming'
import type { Days } from '@yike/shared/booking/schema'
import { goBack, open } from '../platform/route'
import { Button, Notice } from '../ui'
import type { Bookable } from './use-people'
import type { Against } from './view/not-for'
import { words } from './words'

type Counter = NonNullable<Days['offering']['registeredAt']>

/** To the times of the counter at which a certificate is noted. */
export const register = ({ placeId, offeringId }: Counter) =>
  open('/booking/pages/choose', { placeId, offeringId })

interface NotForProps {
  offering: Days['offering']
  person: Bookable
  ineligible: Against
}

/** In place of the button: why this is not for this person, and what can be done about it. */
export function NotFor({ offering: { registeredAt }, person, ineligible }: NotForProps) {
  const { personId } = person
  return (
    <>
      <Notice tone="waiting">{words.notFor(ineligible)}</Notice>
      {ineligible.rule === 'age_unknown' && !person.grantId ? (
        <Button kind="next" onTap={() => open('/identity/pages/born', { personId })}>
          {words.tellAge(person.name)}
        </Button>
      ) : ineligible.rule === 'no_certificate' && registeredAt ? (
        <Button kind="next" onTap={() => register(registeredAt)}>
          {spokenOffering(registeredAt)}
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
