import { Button as Native, View } from '@tarojs/components'
import { useEffect } from 'react'
import { focusOn } from '../platform/focus'
import { AGREE_ID, agree, disagree, openPolicy, usePrivacyAsked } from '../platform/privacy'
import { aria } from './aria'
import { Button } from './button'
import './button.css'
import './states.css'
import { privacyWords as words } from './words'

const BOX = 'privacy-ask'

/** Asks, inside the page, before anything personal is read. Refused, the page goes on without it. */
export function PrivacyAsk() {
  const asked = usePrivacyAsked()
  useEffect(() => {
    if (asked) focusOn(BOX)
  }, [asked])
  return asked ? <PrivacyBox /> : null
}

/** The question itself. */
export function PrivacyBox() {
  return (
    <View
      id={BOX}
      className="yk-confirm"
      {...aria({ role: 'alertdialog', label: words.title, live: 'assertive' })}
    >
      <View className="yk-confirm__question">{words.title}</View>
      <View>{words.text}</View>
      <Button compact kind="bare" onTap={openPolicy}>
        {words.policy}
      </Button>
      <View className="yk-confirm__acts">
        <Button kind="calm" onTap={disagree}>
          {words.no}
        </Button>
        <View className="yk-button yk-button--go">
          <Native
            id={AGREE_ID}
            className="yk-button__consent"
            openType={'agreePrivacyAuthorization' as 'agreePrivacyAuthorization'}
            onAgreePrivacyAuthorization={agree}
          >
            {words.yes}
          </Native>
        </View>
      </View>
    </View>
  )
}
