import { View } from '@tarojs/components'
import { open } from '../platform/route'
import { useMe } from '../platform/session'
import { Face, Group, QuarterRing, Tap } from '../ui'
import { aria } from '../ui/aria'
import './rail.css'
import { openLastRoster } from './use-roster'
import { openLastSheet } from './use-sheet'
import type { Board } from './use-workbench'
import { type Filter, filterOptions } from './view'
import {
  callWords,
  coverageWords,
  holidayWords,
  roleNames,
  rosterWords,
  seasonDeskWords,
  sheetWords,
  staffWords,
  words,
} from './words'

/** The left edge of the desk: who I am, which community, which kind. */
export function Rail({ board }: { board: Board }) {
  const me = useMe()
  const role = me?.roles.includes('supervisor') ? 'supervisor' : 'worker'
  return (
    <View className="workbench-rail" {...aria({ role: 'navigation', label: words.workbench })}>
      <View className="workbench-rail__brand">
        <QuarterRing minutes={15} of={60} size={28} />
        <View {...aria({ role: 'heading', level: 1 })}>{words.workbench}</View>
      </View>
      {me && (
        <View className="workbench-rail__me">
          <Face name={me.name} size={36} />
          <View>
            <View className="workbench-rail__name">{me.name}</View>
            <View className="workbench-rail__role">{roleNames[role]}</View>
          </View>
        </View>
      )}
      <Choice
        title={words.community}
        options={board.communities.map(({ code, name }) => ({ value: code, label: name }))}
        value={board.community}
        onChange={board.choose}
      />
      <Choice
        title={words.queue}
        options={filterOptions(board.waiting)}
        value={board.filter}
        onChange={value => board.setFilter(value as Filter)}
      />
      <View className="workbench-rail__foot">
        <Tap className="workbench-rail__link" role="link" onTap={() => open('/workbench/pages/places')}>
          {words.places}
        </Tap>
        <Tap className="workbench-rail__link" role="link" onTap={openLastSheet}>
          {sheetWords.link}
        </Tap>
        <Tap className="workbench-rail__link" role="link" onTap={openLastRoster}>
          {rosterWords.title}
        </Tap>
        <Tap className="workbench-rail__link" role="link" onTap={() => open('/workbench/pages/seasons')}>
          {seasonDeskWords.title}
        </Tap>
        <Tap className="workbench-rail__link" role="link" onTap={() => open('/workbench/pages/calls')}>
          {callWords.title}
        </Tap>
        <Tap className="workbench-rail__link" role="link" onTap={() => open('/workbench/pages/coverage')}>
          {coverageWords.link}
        </Tap>
        <Tap className="workbench-rail__link" role="link" onTap={() => open('/workbench/pages/holidays')}>
          {holidayWords.title}
        </Tap>
        {role === 'supervisor' && (
          <Tap className="workbench-rail__link" role="link" onTap={() => open('/workbench/pages/staff')}>
            {staffWords.title}
          </Tap>
        )}
        <Tap className="workbench-rail__link" role="link" onTap={() => open('/workbench/pages/publish')}>
          {words.publish}
        </Tap>
        <Tap className="workbench-rail__link" role="link" onTap={() => open('/circle/tab/index')}>
          {words.toResidents}
        </Tap>
        <View className="workbench-rail__keys" {...aria({ hidden: true })}>
          {words.keys.map(([key, what]) => (
            <View key={key} className="workbench-rail__key">
              <View className="workbench-rail__cap">{key}</View>
              {what}
            </View>
          ))}
        </View>
      </View>
    </View>
  )
}

interface ChoiceProps {
  title: string
  options: readonly { value: string; label: string; count?: number }[]
  value: string
  onChange: (value: string) => void
}

function Choice({ title, options, value, onChange }: ChoiceProps) {
  return (
    <Group role="radiogroup" label={title} className="workbench-rail__group">
      <View className="workbench-rail__title">{title}</View>
      {options.map(option => (
        <Tap
          key={option.value}
          role="radio"
          className={`workbench-rail__one${option.value === value ? ' workbench-rail__one--on' : ''}`}
          selected={option.value === value}
          onTap={() => onChange(option.value)}
        >
          {option.label}
          {option.count !== undefined && <View className="workbench-rail__count">{option.count}</View>}
        </Tap>
      ))}
    </Group>
  )
}
