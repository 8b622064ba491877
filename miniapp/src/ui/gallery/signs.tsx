import { View } from '@tarojs/components'
import { addMinutes, instantOf } from '@yike/shared/kernel/time'
import {
  Card,
  Due,
  Face,
  Icon,
  NewOne,
  One,
  OneOf,
  People,
  QuarterRing,
  RingNumber,
  Row,
  Section,
  Tag,
  type Tone,
} from '..'
import { iconNames } from '../icon-names'
import './gallery.css'

const tones: Record<Tone, string> = {
  green: '通过',
  persimmon: '现在做',
  waiting: '等待',
  danger: '出错',
  quiet: '平常',
}
const sizes = { display: '大标题', title: '标题', text: '正文', note: '注释', small: '小字' }
const grounds = [
  'paper',
  'surface',
  'line',
  'edge',
  'quiet',
  'ink',
  'green',
  'persimmon',
  'waiting',
  'danger',
]

const NOW = instantOf(Date.UTC(2026, 10, 24, 2))
const since = addMinutes(NOW, -600)
const promises = [-30, 40, 97, 180, 480, 47 * 60 + 50].map(minutes => addMinutes(NOW, minutes))

/** Colours, type, icons, rings, tags, faces: what says something without being pressed. */
export function Signs() {
  return (
    <>
      <Section title="字">
        {Object.entries(sizes).map(([size, word]) => (
          <View key={size} className={`gallery-type gallery-type--${size}`}>
            {word}：还有 3 个位，走路 6 分钟
          </View>
        ))}
      </Section>
      <Section title="颜色">
        <Row>
          {grounds.map(ground => (
            <View key={ground} className="gallery-colour">
              <View className="gallery-colour__patch" style={`background: var(--${ground})`} />
              {ground}
            </View>
          ))}
        </Row>
      </Section>
      <Section title="图标">
        <Row>
          {iconNames.map(name => (
            <Icon key={name} name={name} size={28} label={name} />
          ))}
        </Row>
      </Section>
      <Section title="一刻环">
        <Row>
          {[0, 3, 8, 15, 22].map(minutes => (
            <QuarterRing key={minutes} minutes={minutes} tone={minutes > 15 ? 'persimmon' : 'green'}>
              <RingNumber count={minutes} unit="分" />
            </QuarterRing>
          ))}
          {promises.map(until => (
            <Due key={until} since={since} until={until} at={NOW} />
          ))}
        </Row>
      </Section>
      <Section title="标签和人">
        <Row>
          {Object.entries(tones).map(([tone, word]) => (
            <Tag key={tone} tone={tone as Tone}>
              {word}
            </Tag>
          ))}
          {['王桂芳', '李建国', '周晓岚'].map(name => (
            <Face key={name} name={name} />
          ))}
        </Row>
        <People>
          <One name="王桂芳" note="自己" />
          <OneOf name="张小满" on onTap={() => undefined} />
          <NewOne label="加家人" onTap={() => undefined} />
        </People>
        <View className="gallery-gap">
          <Card>一张纸：一页只有一张。</Card>
        </View>
      </Section>
    </>
  )
}
