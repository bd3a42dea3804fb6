namespace ConnectingPeople.LocalHost.Settings;

/// <summary>The app can't start, for a reason that its operator can mend; the message says which and how.</summary>
internal sealed class StartException(string message, Exception? cause = null) : Exception(message, cause);
