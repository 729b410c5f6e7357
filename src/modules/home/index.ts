export { navigation } from './navigation.tsx'
export { ProblemPage } from './problem-page.tsx'
export { homeRoutes } from './routes.tsx'
export { text as homeText } from './text.ts'
