import { View } from '@tarojs/components'
import { isForTeams } from '@yike/shared/booking/kinds'
import { type PriorityGroup, priorityGroups } from '@yike/shared/booking/rules/terms'
import type { RegionCode } from '@yike/shared/identity/schema'
import { Field, Section, Toggle } from '../ui'
import { Pick } from '../ui/pick'
import { Stepper } from '../ui/stepper'
import type { OfferingPartProps } from './offering-minutes'
import { Rows } from './rows'
import { optionsOf } from './view/options'
import { homesOf } from './view/terms'
import { offeringWords as words } from './words'
import { Wrong } from './wrong'

const toggled = <T,>(list: readonly T[], one: T, on: boolean): T[] =>
  on ? [...list, one] : list.filter(other => other !== one)

/** For whom it is, who comes first, how much anybody may have, and at what price. */
export function Who({ draft, wrong, community, onChange }: OfferingPartProps & { community: RegionCode }) {
  return (
    <>
      <Section title={words.who}>
        <View className="workbench-place__grid">
          <Field
            label={words.ageMin}
            value={draft.ageMin}
            placeholder={words.ageExample}
            maxLength={10}
            error={wrong.eligible}
            onChange={ageMin => onChange({ ageMin })}
          />
          <Field
            label={words.ageBelow}
            value={draft.ageBelow}
            placeholder={words.ageExample}
            maxLength={10}
            onChange={ageBelow => onChange({ ageBelow })}
          />
        </View>
        <Pick
          label={words.homeLabel}
          options={homesOf(community, draft.livesIn)}
          value={draft.livesIn}
          onChange={livesIn => onChange({ livesIn })}
        />
        <Toggle
          label={words.disabledOnly}
          on={draft.disabled}
          onChange={disabled => onChange({ disabled })}
        />
        {isForTeams(draft.kind) && (
          <Toggle label={words.teamsOnly} on={draft.team} onChange={team => onChange({ team })} />
        )}
      </Section>
      <Section title={words.priority}>
        {priorityGroups.map((group: PriorityGroup) => (
          <Toggle
            key={group}
            label={words.groups[group]}
            on={draft.groups.includes(group)}
            onChange={on => onChange({ groups: toggled(draft.groups, group, on) })}
          />
        ))}
        {draft.groups.length > 0 && (
          <Stepper
            label={words.priorityDays}
            value={draft.priorityDays}
            min={1}
            max={30}
            spoken={words.days}
            onChange={priorityDays => onChange({ priorityDays })}
          />
        )}
        <Wrong>{wrong.priority}</Wrong>
      </Section>
      <Rows
        title={words.quotas}
        rows={draft.quotas}
        fresh={{ per: 'person', count: 'bookings', within: 'week', most: '2' }}
        most={6}
        error={wrong.quotas}
        onChange={quotas => onChange({ quotas })}
      >
        {(row, write) => (
          <>
            <Pick
              label={words.perLabel}
              options={optionsOf(words.per)}
              value={row.per ?? ''}
              onChange={per => write({ per })}
            />
            <Pick
              label={words.withinLabel}
              options={optionsOf(words.within)}
              value={row.within ?? ''}
              onChange={within => write({ within })}
            />
            <Field
              label={words.most}
              value={row.most ?? ''}
              kind="number"
              maxLength={4}
              onChange={most => write({ most })}
            />
            <Pick
              label={words.countLabel}
              options={optionsOf(words.count)}
              value={row.count ?? ''}
              onChange={count => write({ count })}
            />
          </>
        )}
      </Rows>
      {draft.priceClass !== 'free' && (
        <Rows
          title={words.prices}
          rows={draft.prices}
          fresh={{ min: '', below: '', livesIn: '', disabled: '', team: '', yuan: '0', why: '' }}
          most={6}
          error={wrong.prices}
          onChange={prices => onChange({ prices })}
        >
          {(row, write) => (
            <>
              <Field
                label={words.ageMin}
                value={row.min ?? ''}
                placeholder={words.ageExample}
                maxLength={10}
                onChange={min => write({ min })}
              />
              <Field
                label={words.ageBelow}
                value={row.below ?? ''}
                placeholder={words.ageExample}
                maxLength={10}
                onChange={below => write({ below })}
              />
              <Pick
                label={words.homeLabel}
                options={homesOf(community, row.livesIn)}
                value={row.livesIn ?? ''}
                onChange={livesIn => write({ livesIn })}
              />
              <Toggle
                label={words.disabledPrice}
                on={row.disabled === 'yes'}
                onChange={on => write({ disabled: on ? 'yes' : '' })}
              />
              {isForTeams(draft.kind) && (
                <Toggle
                  label={words.teamsPrice}
                  on={row.team === 'yes'}
                  onChange={on => write({ team: on ? 'yes' : '' })}
                />
              )}
              <Field
                label={words.yuan}
                value={row.yuan ?? ''}
                maxLength={9}
                onChange={yuan => write({ yuan })}
              />
              <Field
                label={words.why}
                value={row.why ?? ''}
                placeholder={words.priceWhyExample}
                maxLength={40}
                onChange={why => write({ why })}
              />
            </>
          )}
        </Rows>
      )}
    </>
  )
}
