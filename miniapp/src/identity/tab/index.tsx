import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { isStaff } from '@yike/shared/identity/rules'
import type { Me } from '@yike/shared/identity/schema'
import { useEffect, useRef } from 'react'
import { api } from '../../platform/api'
import { useComfort } from '../../platform/comfort'
import { open } from '../../platform/route'
import { useMe } from '../../platform/session'
import { useDrawn } from '../../platform/use-drawn'
import { useQuery } from '../../platform/use-query'
import {
  AllUnsent,
  Button,
  Cell,
  Face,
  Icon,
  Loaded,
  Screen,
  Section,
  Skeleton,
  Tag,
  UpdateLine,
} from '../../ui'
import { aria } from '../../ui/aria'
import { DeskLines, LeaveDesk } from '../desk-lines'
import { ElderMe } from '../elder/me'
import { Household } from '../household'
import '../identity.css'
import { spokenMinutes } from '../../platform/spoken'
import { Leave } from '../leave'
import { Reading } from '../reading'
import { doorstep, useFreshMe } from '../use-identity'
import { rolesOf } from '../view'
import { deskWords, postWords, words } from '../words'

/** Who I am, whom I book for, where I set out from, and what is mine. */
export default function Mine() {
  const me = useMe()
  const asked = useFreshMe()
  return (
    <Screen>{me ? <For me={me} /> : <Loaded query={asked}>{found => <For me={found} />}</Loaded>}</Screen>
  )
}

/**
 * The longest page that needs no answer. Whose it is and the shape of the rest stand there within one short drawing,
 * whoever the person is; lines, faces and what waits to be sent come with the next one. Old phones draw all of it at once in
 * 150 ms and more.
 */
function For({ me }: { me: Me }) {
  const whole = useDrawn()
  const { elder } = useComfort()
  const wasElder = useRef(elder)
  useEffect(() => {
    // The switch stands far down a page that is another one now: that one begins at its top.
    if (elder && !wasElder.current) Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
    wasElder.current = elder
  }, [elder])
  if (elder) return <ElderMe me={me} />
  return (
    <>
      <Title me={me} />
      {whole ? <Whole me={me} /> : <Skeleton />}
    </>
  )
}

function Whole({ me }: { me: Me }) {
  return (
    <>
      <UpdateLine />
      <AllUnsent />
      <Section title={words.household}>
        <Household people={me.people} />
        <HomeLine me={me} />
      </Section>
      <Section title={words.mine}>
        <Cell
          title={words.notices}
          lead={<Icon name="notice" />}
          onTap={() => open('/identity/pages/notices')}
        />
        <Cell
          title={words.requests}
          note={words.requestsText}
          lead={<Icon name="idea" />}
          onTap={() => open('/microproject/pages/list')}
        />
        <VolunteerLine registered={me.roles.includes('volunteer')} />
        {isStaff(me.roles) && (
          <Cell
            title={words.staff}
            note={words.staffText}
            lead={<Icon name="task" />}
            onTap={() => open('/workbench/pages/queue')}
          />
        )}
        {isStaff(me.roles) && <DeskLines />}
        <Cell
          title={deskWords.grants}
          note={deskWords.grantsText}
          lead={<Icon name="people" />}
          onTap={() => open('/identity/pages/grants')}
        />
        <Cell
          title={deskWords.teams}
          note={deskWords.teamsText}
          lead={<Icon name="venue" />}
          onTap={() => open('/identity/pages/teams')}
        />
        <Cell
          title={deskWords.looks}
          note={deskWords.looksText}
          lead={<Icon name="person" />}
          onTap={() => open('/identity/pages/looks')}
        />
        <Cell
          title={words.phone}
          note={words.phoneText}
          lead={<Icon name="call" />}
          onTap={() => open('/identity/pages/phone')}
        />
      </Section>
      <Section title={words.reading}>
        <Reading />
      </Section>
      <InvitedLine me={me} />
      <LeaveDesk />
      {SANDBOX && <Leave />}
    </>
  )
}

/** For those who are to work here. */
function InvitedLine({ me }: { me: Me }) {
  if (isStaff(me.roles)) return null
  return (
    <Button kind="bare" onTap={() => open('/identity/pages/post')}>
      {postWords.line}
    </Button>
  )
}

function Title({ me }: { me: Me }) {
  return (
    <View className="identity-title">
      <Face name={me.name} size={72} />
      <View>
        <View className="identity-title__name" {...aria({ role: 'heading', level: 1 })}>
          {me.name}
        </View>
        <View className="identity-title__tags">
          {rolesOf(me).map(role => (
            <Tag key={role} tone="green">
              {role}
            </Tag>
          ))}
          <View className="identity-quiet">{me.community?.name ?? words.noCommunity}</View>
        </View>
      </View>
    </View>
  )
}

function HomeLine({ me }: { me: Me }) {
  const from = doorstep(me)
  return (
    <Cell
      title={from?.label ?? words.noCommunity}
      note={words.homeText}
      lead={<Icon name="home" />}
      onTap={() => open(from ? '/identity/pages/home' : '/identity/pages/join')}
    />
  )
}

function VolunteerLine({ registered }: { registered: boolean }) {
  const mine = useQuery(registered ? 'volunteer.mine' : null, () => api.volunteer.mine({}))
  const minutes = 'value' in mine ? mine.value?.balanceMinutes : undefined
  return (
    <Cell
      title={words.volunteer}
      note={minutes === undefined ? words.becomeVolunteer : words.timeBank(spokenMinutes(minutes))}
      lead={<Icon name="volunteer" />}
      onTap={() => open('/volunteer/tab/index')}
    />
  )
}
