namespace ConnectingPeople.LocalHost;

/// <summary>What a function may know about its own invocation.</summary>
public abstract class FunctionContext
{
    /// <summary>Unique to this invocation.</summary>
    public abstract string InvocationId { get; }

    /// <summary>The same for every invocation of one function.</summary>
    public abstract string FunctionId { get; }

    /// <summary>The services of this invocation's own scope.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    /// <summary>Whatever is shared within this invocation.</summary>
    public abstract IDictionary<object, object> Items { get; set; }
}
