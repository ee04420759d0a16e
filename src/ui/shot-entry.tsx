import type { Chrome } from './chrome.ts'
import { PreviewsPage } from './previews.tsx'
export const page = (asset: Chrome['asset']) =>
  String(
    PreviewsPage({
      chrome: {
        person: { name: 'Amina Osei' },
        organisation: { name: 'Next Steps Mentoring', home: '/' },
        navigation: [
          { text: 'Home', href: '/', current: false },
          { text: 'Assessment', href: '/', current: true },
          { text: 'Plan', href: '/', current: false },
          { text: 'Reports', href: '/', current: false },
        ],
        account: [{ text: 'Your account', href: '/' }],
        signOut: { action: '/', token: 'x' },
        notice: { kind: 'success', text: 'Your answer has been saved.' },
        asset,
      },
    }),
  )
