namespace ConnectingPeople.Local.Launcher;

/// <summary>Why nothing runs, and what to do about it, in words for the person at the keyboard.</summary>
public sealed class LaunchException : Exception
{
    public LaunchException(string message)
        : base(message)
    {
    }

    public LaunchException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public LaunchException()
    {
    }
}
