namespace ConnectingPeople.Benchmarks.Scale;

/// <summary>
/// Unit prices in US dollars, parameters of the model: list prices change and agreements differ, so put your own in before you
/// budget. Each default says where its order of magnitude comes from.
/// </summary>
public sealed record Prices
{
    /// <summary>A segment sent to a UK mobile. An assumption: Twilio prices by country and volume.</summary>
    public decimal TextOut { get; init; } = 0.05m;

    /// <summary>A text received on a UK number; Twilio's price lists have 0.0075 to 0.0083.</summary>
    public decimal TextIn { get; init; } = 0.0075m;

    /// <summary>A number a month; an assumption.</summary>
    public decimal NumberAMonth { get; init; } = 1.15m;

    /// <summary>A million executions on Flex Consumption.</summary>
    public decimal MillionExecutions { get; init; } = 0.40m;

    /// <summary>A GB-second of an instance at work on Flex Consumption.</summary>
    public decimal GigabyteSecond { get; init; } = 0.000026m;

    /// <summary>Ten thousand table transactions, locally redundant; an assumption.</summary>
    public decimal TenThousandTableCalls { get; init; } = 0.00036m;

    /// <summary>Ten thousand queue operations; an assumption.</summary>
    public decimal TenThousandQueueCalls { get; init; } = 0.004m;

    /// <summary>A GB of tables a month; an assumption.</summary>
    public decimal GigabyteAMonth { get; init; } = 0.045m;
}
