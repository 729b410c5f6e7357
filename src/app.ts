import type { FastifyInstance } from 'fastify'
import { commentSubjects } from './comment-subjects.ts'
import { type AppOptions, openHouse } from './house.ts'
import { logWords } from './log-words.ts'
import { accountRoutes, accountsApiRoutes, adminRoutes, listHamlets, signInRoutes } from './modules/accounts/index.ts'
import { appointmentRoutes, heldAppointments } from './modules/appointments/index.ts'
import { clockRoutes } from './modules/clocks/index.ts'
import {
  CommentSection,
  commentModeration,
  commentNotices,
  commentRoutes,
  commentsDataset,
  commentTags,
  countsOfSubjects,
  loadSection,
} from './modules/comments/index.ts'
import { dataRequestNotices, dataRequestRoutes } from './modules/data-requests/index.ts'
import { documentAddresses, documentFileReaders, documentRoutes, documentsDataset } from './modules/documents/index.ts'
import { fileRoutes } from './modules/files/index.ts'
import { adminLinks, builtInMenus, discoveryRoutes, homeRoutes, searchRoutes } from './modules/home/index.ts'
import {
  logCheckRoutes,
  logFileRoutes,
  logPageRoutes,
  mirrorRoutes,
  queueWitnesses,
  withCosignatures,
  witnessRoutes,
} from './modules/log/index.ts'
import { moderationRoutes } from './modules/moderation/index.ts'
import {
  articleAddresses,
  articleFileReaders,
  newsRoutes,
  pageAddresses,
  pagesForMenus,
  ratedArticles,
  unseenPages,
} from './modules/news/index.ts'
import { choiceRoutes, noticeRoutes, withKinds } from './modules/notices/index.ts'
import {
  casesInHand,
  citizenPages,
  followerNotices,
  followersToTell,
  journalHooks,
  notifyFiled,
  notifyFiler,
  notifyRenewed,
  officePages,
  openCasesByBelonging,
  openJournal,
  petitionApi,
  petitionFileApi,
  petitionFileReaders,
  petitionNotices,
  petitionRegisters,
  reminderNotices,
  tellEverybody,
  unspreadFilings,
} from './modules/petitions/index.ts'
import { currentPoll, POLLS_TAG, PollSection, pollRoutes, pollsDataset } from './modules/polls/index.ts'
import {
  citationsOf,
  judgedTask,
  PROMISES_TAG,
  programmeNotices,
  programmeRoutes,
  programmesDataset,
  promiseAddresses,
  promisesDataset,
  taskFileReaders,
  verdictsDataset,
} from './modules/programmes/index.ts'
import { ratingDataset, ratingDesk, ratingRoutes, ratingSection, ratingTags, ratingTotals } from './modules/ratings/index.ts'
import { enterCounterFiling, receptionRoutes } from './modules/receptions/index.ts'
import { retentionRoutes, withAnnouncement } from './modules/retention/index.ts'
import { siteRoutes } from './modules/site/index.ts'
import { verdictFileReaders, verdictModeration } from './modules/verdicts/index.ts'
import { viewsOf, visitRoutes, visitsDataset } from './modules/visits/index.ts'
import { personalDataSources } from './personal-data-sources.ts'
import { addJob } from './platform/jobs.ts'
import { references } from './reference-kinds.ts'
import { civilDateOf } from './shared/civil-date.ts'
import { loadChecker } from './ui/index.ts'

export type { AppOptions } from './house.ts'

/** Puts everything together by hand: what exists, in order, in the house that `house.ts` opens. The only file that knows every module. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { config, connection, appKey, now = () => new Date() } = options
  const { db } = connection
  const { app, auth, cache, files, menus } = await openHouse({ ...options, now })

  const personal = personalDataSources(appKey)
  const afterFiling = notifyFiled(config.publicUrl)
  const journal = openJournal({ db, now, afterFiling, dropPages: cache.drop, log: app.log })
  journalHooks(app, journal)
  const petitions = {
    db,
    journal,
    appKey,
    now,
    dropPages: cache.drop,
    hamletExists: async (scope: { authorityId: number }, id: string) => (await listHamlets(db, scope)).some((hamlet) => hamlet.id === id),
    cache,
    files,
    publicUrl: config.publicUrl,
    otherDatasets: [
      visitsDataset,
      pollsDataset,
      commentsDataset,
      ratingDataset,
      documentsDataset,
      promisesDataset,
      programmesDataset,
      verdictsDataset,
    ],
    afterFiling,
    afterCounterFiling: enterCounterFiling,
    afterAct: tellEverybody(notifyFiler(config.publicUrl), followersToTell()),
    afterRenewal: notifyRenewed(config.publicUrl),
  }
  await app.register(signInRoutes, { db, auth })
  await app.register(accountRoutes, { db, auth })
  await app.register(accountsApiRoutes, { db, auth })
  await app.register(adminRoutes, {
    db,
    auth,
    links: adminLinks,
    afterUnitEnd: (trx, scope) => addJob(trx, 'carryOverUnits', { ...scope }),
    openWorkOf: (scope, personId) => casesInHand(db, scope, personId),
    openCasesOf: (scope, unitId) => openCasesByBelonging(db, scope, unitId),
  })
  await app.register(clockRoutes, {
    db,
    now,
    afterCalendarChange: (trx, scope, news) => addJob(trx, 'recomputeClocks', { ...scope, ...news }),
  })
  await app.register(petitionApi, petitions)
  await app.register(petitionFileApi, petitions)
  await app.register(citizenPages, petitions)
  await app.register(officePages, petitions)
  await app.register(appointmentRoutes, { db, appKey, now, dropPages: cache.drop, publicUrl: config.publicUrl })
  await app.register(receptionRoutes, {
    db,
    now,
    dropPages: cache.drop,
    cases: petitionRegisters(db),
    appointments: heldAppointments(db),
  })
  const subjects = { ...commentSubjects, ...options.commentSubjects }
  const moderation = {
    db,
    now,
    dropPages: cache.drop,
    kinds: {
      comment: commentModeration({ subjects, publicUrl: config.publicUrl }),
      verdict: verdictModeration({ task: judgedTask }),
    },
  }
  await app.register(moderationRoutes, moderation)
  await app.register(commentRoutes, { db, appKey, now, publicUrl: config.publicUrl, dropPages: cache.drop, cache, subjects, moderation })
  await app.register(dataRequestRoutes, {
    db,
    appKey,
    now,
    dropPages: cache.drop,
    publicUrl: config.publicUrl,
    sources: personal.dataRequestSources,
  })
  await app.register(newsRoutes, {
    db,
    now,
    dropPages: cache.drop,
    cache,
    files,
    publicUrl: config.publicUrl,
    slots: {
      views: (scope, ids) => viewsOf(db, scope, 'article', ids),
      commentCounts: (scope, ids) => countsOfSubjects(db, scope, 'article', ids),
      comments: async ({ lang, scope, article }) =>
        CommentSection({
          lang,
          section: await loadSection(db, scope, { type: 'article', id: article.id }, { open: true, onlySeen: true }),
        }),
      ratings: (context) => ratingSection(db, context),
      ratingTotals: (scope, id) => ratingTotals(db, scope, id),
      ratingsDesk: (context) => ratingDesk(db, context),
      poll: async ({ lang, scope }) => PollSection({ lang, poll: await currentPoll(db, scope, civilDateOf(now())) }),
      tags: (id) => [...commentTags({ type: 'article', id }), ...ratingTags(id), POLLS_TAG],
    },
  })
  await app.register(ratingRoutes, { db, appKey, now, dropPages: cache.drop, articles: ratedArticles, publicUrl: config.publicUrl })
  await app.register(retentionRoutes, { db, now, retained: personal.retained })
  await app.register(fileRoutes, {
    db,
    storage: files.storage,
    mayRead: {
      ...petitionFileReaders(petitions),
      ...articleFileReaders(db),
      ...documentFileReaders(db),
      ...taskFileReaders(db),
      ...verdictFileReaders,
    },
  })
  const writersMail = {
    petition: withAnnouncement(petitionNotices(db)),
    follower: followerNotices(db),
    comment: withAnnouncement(commentNotices(db)),
  }
  await app.register(noticeRoutes, {
    db,
    configured: Boolean(config.smtpUrl),
    sources: { ...writersMail, person: withKinds(reminderNotices(db), programmeNotices), dataRequest: dataRequestNotices(db) },
    standstills: unspreadFilings(db),
  })
  await app.register(choiceRoutes, { db, appKey, now, sources: writersMail, dropPages: cache.drop })
  await app.register(siteRoutes, {
    db,
    now,
    cache,
    menus,
    builtIn: builtInMenus,
    pages: (scope) => pagesForMenus(db, scope),
    unseen: (scope, hrefs) => unseenPages(db, scope, hrefs),
    dropAllPages: () => cache.drop(['*']),
  })
  await app.register(visitRoutes, { db, cache, now })
  await app.register(pollRoutes, { db, appKey, now, dropPages: cache.drop, cache, publicUrl: config.publicUrl })
  await app.register(documentRoutes, {
    db,
    now,
    dropPages: cache.drop,
    cache,
    files,
    publicUrl: config.publicUrl,
    citations: citationsOf,
    citationTags: [PROMISES_TAG],
  })
  await app.register(programmeRoutes, {
    db,
    appKey,
    now,
    dropPages: cache.drop,
    cache,
    files,
    publicUrl: config.publicUrl,
    references,
  })
  await app.register(logFileRoutes, {
    db,
    withCosignatures: (request, checkpoint) => withCosignatures(db, request.scope, checkpoint),
  })
  const checker = options.assets ? null : loadChecker(options.clientDir)
  await app.register(logCheckRoutes, { db, now, publicUrl: config.publicUrl, script: checker })
  await app.register(logPageRoutes, { db, cache, now, words: logWords(db), dataDir: config.dataDir })
  await app.register(mirrorRoutes, { dataDir: config.dataDir })
  await app.register(witnessRoutes, {
    db,
    now,
    publicUrl: config.publicUrl,
    cache,
    dropPages: cache.drop,
    afterAdding: (scope) => queueWitnesses(db, scope),
  })
  await app.register(homeRoutes, { db, cache, now })
  await app.register(searchRoutes, { db })
  await app.register(discoveryRoutes, {
    db,
    cache,
    now,
    publicUrl: config.publicUrl,
    published: [articleAddresses(db), pageAddresses(db), documentAddresses(db), promiseAddresses(db)],
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=300').send(app.swagger()),
  )
  return app
}
