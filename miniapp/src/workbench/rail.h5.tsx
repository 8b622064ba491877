import { View } from '@tarojs/components'
import { LeaveDesk } from '../identity/desk-lines'
import { readOn } from '../platform/focus'
import { open } from '../platform/route'
import { useMe } from '../platform/session'
import { Face, Icon, QuarterRing, Tap } from '../ui'
import { aria } from '../ui/aria'
import { CONTENT } from '../ui/screen'
import { Keys } from './keys'
import './forced.h5.css'
import './rail.css'
import { useHere, useWays } from './use-ways'
import { roleNames, words } from './words'

/** The left edge of the desk, on every page of it: who I am, where I am, where else there is to go. */
export function Rail() {
  const me = useMe()
  const here = useHere()
  const ways = useWays()
  return (
    <View className="workbench-rail" {...aria({ role: 'navigation', label: words.workbench })}>
      <Tap className="workbench-rail__skip" role="link" onTap={() => readOn(CONTENT)}>
        {words.toContent}
      </Tap>
      <View className="workbench-rail__brand">
        <QuarterRing minutes={15} of={60} size={28} />
        {words.workbench}
      </View>
      {me && (
        <View className="workbench-rail__me">
          <Face name={me.name} size={36} />
          <View>
            <View className="workbench-rail__name">{me.name}</View>
            <View className="workbench-rail__role">
              {roleNames[me.roles.includes('supervisor') ? 'supervisor' : 'worker']}
            </View>
          </View>
        </View>
      )}
      <View className="workbench-rail__ways">
        {ways.map(({ pages, icon, label, go }) => (
          <Tap
            key={label}
            className={`workbench-rail__way${pages.includes(here) ? ' workbench-rail__way--on' : ''}`}
            role="link"
            current={here === pages[0] ? 'page' : pages.includes(here) ? 'true' : undefined}
            onTap={go}
          >
            <Icon name={icon} size={20} />
            {label}
          </Tap>
        ))}
        <Tap className="workbench-rail__way" role="link" onTap={() => open('/circle/tab/index')}>
          <Icon name="home" size={20} />
          {words.toResidents}
        </Tap>
      </View>
      <View className="workbench-rail__foot">
        <Keys legend={here === 'queue'} />
        <LeaveDesk />
      </View>
    </View>
  )
}
