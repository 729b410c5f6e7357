import { installAsRoot, searchPrograms } from './debian-programs.mjs'
import { Refusal } from './say.mjs'

/** MariaDB, in which the tests of the NukeViet import make a portal: as root Debian's is installed. Never passed over in silence. */
export async function requireMariaDb() {
  const isThere = () => ['mariadbd', 'mariadb-dump', 'mariadb-install-db'].every((name) => searchPrograms([name]))
  if (isThere()) return
  await installAsRoot('mariadb-server', 'cài MariaDB / install MariaDB (apt-get)')
  if (isThere()) return
  throw new Refusal(
    'Thiếu MariaDB cho các phép thử đưa cổng NukeViet sang: hãy chạy "sudo apt-get install mariadb-server". ' +
      '(The tests of bringing a NukeViet portal over need MariaDB: run "sudo apt-get install mariadb-server".)',
  )
}
