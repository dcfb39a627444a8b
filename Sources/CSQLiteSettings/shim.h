#include <sqlite3.h>

// What SQLite takes through arguments that C alone can pass.

/// Switches the triggers of a connection.
static inline int passerelle_enable_triggers(sqlite3 *connection, int areOn) {
    return sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, areOn, (int *)0);
}

/// Leaves out the count of memory, for which every allocation of every thread takes one lock. It is
/// refused once SQLite is in use in the process.
static inline int passerelle_count_no_memory(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
