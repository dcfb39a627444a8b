import Records

/// Somebody of whom nothing was noted for long.
package struct InactivePerson: Hashable, Sendable {
    package let tenant: Tenant
    package let lastDay: CalendarDay
}
