/** Of the page that asks for the language: each line in the tongue of whom it is for, so it stands in no table. */
export const words = {
  title: '语言 Language',
  zh: { name: '中文', note: '菜单和提示用中文' },
  en: { name: 'English', note: 'Menus and messages. What neighbours wrote stays as it is.' },
  failed: 'English could not be loaded. Check the network and tap again. 没取到，请看看网络再点。',
} as const
