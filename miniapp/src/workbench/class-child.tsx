import { View } from '@tarojs/components'
import type { Pickup } from '@yike/shared/booking/schema/pickup'
import { clockOf } from '@yike/shared/kernel/time'
import { useState } from 'react'
import { dayStory } from '../booking/view/pickup'
import { pickupWords } from '../booking/words/pickup'
import { now, spokenHours, spokenList } from '../platform/spoken'
import { Button, Notice, Tag } from '../ui'
import { Timeline } from '../ui/timeline'
import { ArriveForm } from './class-arrive'
import { LeaveForm } from './class-leave'
import { NamesForm } from './class-names'
import { NoteForm } from './class-note'
import { TheirNumber } from './number'
import { whereIs } from './view/class'
import { classWords as words } from './words'

interface ClassChildProps {
  placeId: string
  child: Pickup
  /** Written on this device, and not sent yet. */
  kept: 'arrive' | 'leave' | 'noteCare' | undefined
  onChanged: () => Promise<void>
}

type Doing = 'arrive' | 'leave' | 'note' | 'names' | 'day'

/** One child: where it is, who may fetch it, and what can be written of it now. */
export function ClassChild({ placeId, child, kept, onChanged }: ClassChildProps) {
  const [doing, setDoing] = useState<Doing | null>(null)
  const { forName, offeringName, startAt, endAt, number, fetchers, code, events, arrivedAt, leftAt } = child
  // What waits to be sent has happened all the same.
  const where = kept === 'leave' ? 'gone' : kept === 'arrive' ? 'here' : whereIs(child)
  const instruction = events.findLast(({ verb }) => verb === 'instruct')?.note
  const toggle = (what: Doing) => () => setDoing(doing === what ? null : what)
  const form = {
    placeId,
    child,
    onDone: async () => {
      setDoing(null)
      await onChanged()
    },
    onClose: () => setDoing(null),
  }
  return (
    <View className="workbench-child">
      <View className="workbench-child__head">
        <View className="workbench-child__name">{forName}</View>
        <Tag tone={where === 'waiting' ? 'waiting' : where === 'here' ? 'green' : 'quiet'}>
          {spokenList(words.states[where], (leftAt && clockOf(leftAt)) || (arrivedAt && clockOf(arrivedAt)))}
        </Tag>
      </View>
      <View className="workbench-child__note">
        {[spokenHours(startAt, endAt), offeringName, number].join(' · ')}
      </View>
      {where !== 'gone' && (
        <View>
          {words.fetchers(
            fetchers.length === 0
              ? words.onlyGuardian
              : spokenList(
                  words.guardian,
                  ...fetchers.map(({ name, relation, was }) =>
                    words.fetcher(
                      name,
                      spokenList(pickupWords.relations[relation], was && pickupWords.was(was)),
                    ),
                  ),
                ),
          )}
        </View>
      )}
      {code?.state === 'ready' && <Tag tone="green">{words.codeReady}</Tag>}
      {instruction && where !== 'gone' && <Notice tone="waiting">{words.instruction(instruction)}</Notice>}
      {kept && <View className="workbench-child__note">{words.kept[kept]}</View>}
      <View className="workbench-child__acts">
        {where === 'waiting' && (
          <Button compact kind="go" label={words.toArrive(forName)} onTap={toggle('arrive')}>
            {words.arrive}
          </Button>
        )}
        {where === 'here' && (
          <>
            <Button compact kind="go" label={words.toLeave(forName)} onTap={toggle('leave')}>
              {words.leave}
            </Button>
            <Button compact kind="calm" label={words.toNote(forName)} onTap={toggle('note')}>
              {words.note}
            </Button>
          </>
        )}
        {where !== 'gone' && (
          <Button compact kind="bare" label={words.toNames(forName)} onTap={toggle('names')}>
            {words.names}
          </Button>
        )}
        {events.length > 0 && (
          <Button compact kind="bare" onTap={toggle('day')}>
            {doing === 'day' ? words.hide : words.day}
          </Button>
        )}
        {where !== 'gone' &&
          (child.hasPhone ? (
            <TheirNumber
              bookingId={child.bookingId}
              of={child.forName}
              words={{ look: words.call, call: words.callTo }}
            />
          ) : (
            <View className="workbench-child__note">{words.noPhone}</View>
          ))}
      </View>
      {doing === 'arrive' && <ArriveForm {...form} />}
      {doing === 'leave' && <LeaveForm {...form} />}
      {doing === 'note' && <NoteForm {...form} />}
      {doing === 'names' && <NamesForm {...form} />}
      {doing === 'day' && <Timeline steps={dayStory(events, now())} />}
    </View>
  )
}
