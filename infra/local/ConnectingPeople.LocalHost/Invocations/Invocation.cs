namespace ConnectingPeople.LocalHost.Invocations;

/// <summary>One run of one function.</summary>
/// <param name="function">The function's name.</param>
/// <param name="trigger">What set it off: the HTTP context, the timer's information or the text of the message.</param>
/// <param name="services">The invocation's own scope.</param>
/// <param name="cancellation">Ends the invocation early.</param>
internal sealed class Invocation(string function, object trigger, IServiceProvider services, CancellationToken cancellation) : FunctionContext
{
    private string? id;
    private IDictionary<object, object>? items;

    public override string InvocationId => id ??= Guid.NewGuid().ToString();

    public override string FunctionId { get; } = function;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override IDictionary<object, object> Items
    {
        get => items ??= new Dictionary<object, object>();
        set => items = value;
    }

    public object Trigger { get; } = trigger;

    public CancellationToken Cancellation { get; } = cancellation;
}
