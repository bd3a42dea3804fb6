namespace ConnectingPeople.LocalHost.Invocations;

/// <summary>Brings what methods return to one shape.</summary>
internal static class Returning
{
    public static ValueTask<object?> Now(object? value) => new(value);

    public static async ValueTask<object?> Nothing(Task task)
    {
        await task;
        return null;
    }

    public static async ValueTask<object?> Nothing(ValueTask task)
    {
        await task;
        return null;
    }

    public static async ValueTask<object?> Later<T>(Task<T> task) => await task;

    public static async ValueTask<object?> Later<T>(ValueTask<T> task) => await task;
}
