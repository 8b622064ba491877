import { table } from '../../platform/language'

/** On the slip: may the community call, where a message does not arrive? */
export const callWords = table('booking.callWords', {
  phone: '万一消息送不到，打电话告诉您？',
  noNumber: '留个号码，社区好打给您',
  willCall: '社区会打电话给您。',
  phoneText: '留一个号码，只在这时候打',
})
