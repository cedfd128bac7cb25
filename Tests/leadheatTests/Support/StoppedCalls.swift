import Foundation

/// Sends a program a signal at its n-th call that changes a folder, just before that call is made: the same point each
/// time, where waiting for a file to appear would hit another one.
///
/// A small library that is loaded into the program counts the calls.
enum StoppedCalls {
  private static let source = """
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <signal.h>
    #include <stdlib.h>
    #include <sys/stat.h>
    #include <unistd.h>

    static void count(void) {
      static int calls = 0;
      const char *last = getenv("STOP_AT_CALL"), *number = getenv("STOP_BY_SIGNAL");
      if (last && number && ++calls == atoi(last)) kill(getpid(), atoi(number));
    }

    #define COUNTED(name, parameters, arguments) \\
      int name parameters { count(); return ((int (*) parameters)dlsym(RTLD_NEXT, #name)) arguments; }
    COUNTED(rename, (const char *from, const char *to), (from, to))
    COUNTED(link, (const char *from, const char *to), (from, to))
    COUNTED(unlink, (const char *path), (path))
    COUNTED(rmdir, (const char *path), (path))
    COUNTED(mkdir, (const char *path, mode_t mode), (path, mode))
    """

  /// The folder with the library; nil where it cannot be made or loaded.
  private static let scratch: Scratch? = {
    #if os(Linux)
      let scratch = Scratch()
      let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
      let file = scratch.write("stop.c", source)
      let compiler = try? Binary.Running(
        ["/usr/bin/env", "cc", "-shared", "-fPIC", "-o", scratch.path + "/stop.so", file, "-ldl"],
        environment: ["PATH": path]
      ).outcome()
      return compiler?.status == 0 ? scratch : nil
    #else
      return nil
    #endif
  }()

  /// Whether programs can be stopped so.
  static var canBeHad: Bool { scratch != nil }

  /// The environment of a program that gets the signal at that call, counted from 1.
  static func environment(_ signal: Int32, at call: Int) -> [String: String] {
    [
      "LD_PRELOAD": (scratch?.path ?? "") + "/stop.so", "STOP_AT_CALL": "\(call)",
      "STOP_BY_SIGNAL": "\(signal)",
    ]
  }
}
