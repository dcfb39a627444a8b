import Glibc

/// The terminal at which somebody sits, if one does.
package enum HostTerminal {
    /// Whether what is read comes from a person, and not from a file or a pipe.
    package static var isAttended: Bool { isatty(STDIN_FILENO) == 1 }

    /// Reads a line that does not appear as it is typed; nil where the terminal cannot hide it, or
    /// nothing is typed.
    package static func readHiddenLine() -> String? {
        var shown = termios()
        guard tcgetattr(STDIN_FILENO, &shown) == 0 else { return nil }
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0 else { return nil }
        defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown) }
        return readLine()
    }
}
