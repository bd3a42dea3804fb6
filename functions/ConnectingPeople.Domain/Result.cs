namespace ConnectingPeople.Domain;

/// <summary>A value, or why there is none in words for the person who asked.</summary>
public readonly record struct Result<T>
{
    private Result(T? value, string? error) => (Value, Error) = (value, error);

    /// <summary>The value; default when there is an <see cref="Error"/>.</summary>
    public T? Value { get; }

    /// <summary>What was wrong and what to do; null when there is a value.</summary>
    public string? Error { get; }

    public static implicit operator Result<T>(T value) => new(value, null);

    public static Result<T> Failure(string error) => new(default, error);
}
