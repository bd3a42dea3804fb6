using ConnectingPeople.Benchmarks;
using ConnectingPeople.Domain.Studies;

string yaml = Path.Combine(AppContext.BaseDirectory, "Studies", "connecting-people.yaml");
DeciderTurns.Run(StudyDefinition.Load(File.ReadAllText(yaml), "connecting-people.yaml").Value!);
await TransactionsCounted.ReplyAsync();
await TransactionsCounted.WakeAndSendAsync(1);
await TransactionsCounted.WakeAndSendAsync(160);
await RepliesASecond.RunAsync();
