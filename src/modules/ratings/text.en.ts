import type { RatingsText } from './text.ts'

export const en: RatingsText = {
  errors: {
    article_withdrawn: 'Not recorded: the article was withdrawn and cannot be rated any more.',
    ratings_closed: 'Not recorded: this article takes no ratings.',
    rated_with_account: 'Not recorded: an account has rated this article in this browser. Sign in to see, change or take back the rating.',
  },
  fields: { stars: 'Stars', after: 'Next page', limit: 'Rows', bom: 'For spreadsheets' },
  total: (sum, count) => `Points of this article: ${sum} in ${count} ratings`,
  average: (stars, most) => `On average ${stars} of ${most} stars`,
  ask: 'Rate this article',
  stars: (n) => (n === '1' ? '1 star' : `${n} stars`),
  submit: 'Send rating',
  change: 'Change rating',
  ownLink: 'See, change or take back your rating',
  closed: 'This article takes no further ratings.',
  page: {
    title: (article) => `Your rating: ${article}`,
    back: 'Back to the article',
    recorded: (stars) => `Your rating is recorded: ${stars}.`,
    own: (stars) => `You gave this article ${stars}.`,
    none: 'You have not rated this article in this browser or with this account.',
    takenBack: 'Your rating has been taken back.',
    takeBack: 'Take the rating back',
    privacy:
      'One rating a reader, to be changed or taken back at any time. The stars are kept under a coded mark of the account or browser, another one for each article; no name, network address or time is kept, and nobody in the office can see who rated what.',
  },
  desk: {
    title: 'Ratings by readers',
    total: 'Points',
    average: 'Average',
    start: 'Of these, from the earlier portal',
    startValue: (sum, count) => `${sum} points, ${count} ratings`,
    none: 'No ratings yet.',
    head: ['Stars', 'Ratings'],
    caption: 'Ratings received here, by stars',
    data: 'Open data (CSV)',
  },
  dataset: {
    title: 'Ratings of articles by readers',
    about:
      'Points and ratings of each article that is shown, as its page tells them, with those of an earlier portal. Nothing of who rated.',
    fields: {
      article: 'Address of the article, behind /tin-tuc/',
      title: 'Title',
      sum: 'Points',
      count: 'Ratings',
      average: 'Points a rating, two decimals',
    },
  },
}
