#include <sqlite3.h>

/// Switches the triggers of a connection: sqlite3_db_config takes its arguments as C alone can pass
/// them.
static inline int passerelle_enable_triggers(sqlite3 *connection, int areOn) {
    return sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, areOn, (int *)0);
}
