import { View } from '@tarojs/components'
import { clockOf, type LocalDate, localDate } from '@yike/shared/kernel/time'
import { useState } from 'react'
import { useOnline } from '../../platform/network'
import { useParams } from '../../platform/route'
import { now, spokenDay } from '../../platform/spoken'
import { useRepeat } from '../../platform/use-repeat'
import { useWide } from '../../platform/use-wide'
import { Empty, Loaded, More, Notice, Stack } from '../../ui'
import { needing } from '../../ui/needing'
import '../class.css'
import { ClassChild } from '../class-child'
import { DayTurn } from '../day-turn'
import '../sheet.css'
import { StaffScreen } from '../staff-screen'
import { useClass, useKeptHandovers } from '../use-class'
import { inClassOrder, whereIs } from '../view/class'
import { classWords as words } from '../words'

const EVERY_MS = 30_000

/** The children of a day: who is there, who fetches them, what is said of them. */
function ClassPage() {
  const { placeId = '', on: asked } = useParams()
  const today = localDate(now())
  const [on, setOn] = useState<LocalDate>(asked ?? today)
  const { first, pages, more, busy } = useClass(placeId, on)
  useRepeat(EVERY_MS, first.refresh)
  const online = useOnline()
  const kept = useKeptHandovers()
  const children = inClassOrder(pages.flatMap(one => one.children))
  const count = (where: 'here' | 'gone') => children.filter(child => whereIs(child) === where).length
  return (
    <StaffScreen wide={useWide()} title={words.title}>
      <DayTurn on={on} usual={today} words={{ ...words, usual: words.today }} onChange={setOn} />
      {!online && <Notice tone="waiting">{words.offline}</Notice>}
      <Loaded query={first} empty={<Empty title={words.none} text={words.noneText} icon="child" />}>
        {({ placeName, asOf }) => (
          <Stack>
            <View className="workbench-door__place">{placeName}</View>
            <View>{spokenDay(on, now())}</View>
            <View className="workbench-sheet__note">
              {`${words.counts(children.length, count('here'), count('gone'))} · ${words.asOf(clockOf(asOf))}`}
            </View>
            <View className="workbench-class">
              {children.map(child => (
                <ClassChild
                  key={child.bookingId}
                  placeId={placeId}
                  child={child}
                  kept={kept.get(child.bookingId)}
                  onChanged={first.refresh}
                />
              ))}
            </View>
            <More more={more} busy={busy} />
          </Stack>
        )}
      </Loaded>
    </StaffScreen>
  )
}

export default needing(['placeId'], ClassPage)
